import { createContext } from 'svelte';
import type { GuestNames } from '../../state/guests/guest-names.svelte';

/** Whether guests are shown by their names: asked deep within the page. */
export const [getGuests, setGuests] = createContext<GuestNames>();
