import { exportHtmlReport, type ExportedFile } from '../../exports';
import { REPORTS } from '../../reports';
import { explainReport } from '../../reports/explanations';
import { defaultRestaurant, nameAt } from '../../reports/restaurants';
import type { Shown } from '../../state/phase';
import type { View } from '../../state/page/view.svelte';
import { absences } from './absences';

/** Makes the HTML report for all restaurants, with the scorecards of the picked one. */
export async function makeHtmlReport(
  { dataset, review, costs, guests }: Pick<Shown, 'dataset' | 'review' | 'costs' | 'guests'>,
  picked: View['restaurant'],
): Promise<ExportedFile> {
  // Without a review the report has no verdicts and no menu.
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
