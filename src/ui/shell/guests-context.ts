import { createContext } from 'svelte';
import type { GuestNames } from '../../state/guests/guest-names.svelte';

export const [getGuests, setGuests] = createContext<GuestNames>();
