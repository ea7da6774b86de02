import { ROLES } from '../../domain/roles';
import type { RawOrders } from '../../exports/bigquery/raw-orders';
import { NO_QUOTE, type Layout } from '../../ingest/layout/layout';

/** Describes a layout for the BigQuery kit's load_raw.sh, which loads files with this layout. */
export function rawOrdersOf(layout: Layout): RawOrders {
  const { header, columns, dialect, encoding, bodyLine, decimalMark, priceIs, restaurant } = layout;
  return {
    columns: header.map((name, index) => ({
      header: name,
      role: ROLES.find((role) => columns[role] === index) ?? null,
    })),
    encoding,
    delimiter: String.fromCharCode(dialect.delimiter),
    quote: dialect.quote === NO_QUOTE ? null : String.fromCharCode(dialect.quote),
    headerLines: bodyLine - 1,
    decimalMark,
    priceIs,
    restaurant,
  };
}
