import { exportHtmlReport, type ExportedFile } from '../../exports';
import { REPORTS } from '../../reports';
import { explainReport } from '../../reports/explanations';
import { defaultRestaurant, nameAt } from '../../reports/restaurants';
import type { Shown } from '../../state/phase';
import type { View } from '../../state/page/view.svelte';
import { absences } from './absences';

/** The reports of all restaurants, the first of them with the figures of the one that is looked at. */
export async function makeHtmlReport(
  { dataset, review, costs, guests }: Pick<Shown, 'dataset' | 'review' | 'costs' | 'guests'>,
  picked: View['restaurant'],
): Promise<ExportedFile> {
  // Without it the reports stand as they are.
  const { contenders, menu } = await review.catch(() => ({ contenders: [], menu: [] }));
  const margins = costs?.margins ?? null;
  const { results, tables, receipt, sources } = dataset;
  const restaurant =
    picked === null ? null : (nameAt(results, picked ?? -1) ?? defaultRestaurant(results));
  const reports = REPORTS.map((make) => {
    const report = make({ ...results, contenders, menu, margins }, { restaurant, picked: null });
    return {
      ...report,
      ...absences(report.name, tables),
      explanation: explainReport(dataset, report.name),
    };
  });
  const files = tables.map((table) => ({ name: table.source.name, receipt: table.receipt }));
  const told = { files, receipt, reports, areGuestsHidden: guests !== null };
  return exportHtmlReport(sources, told, new Date());
}
