/** Steps in the BigQuery console for people without a shell, with the console's own field names. */
import type { DescribedTable } from '../../sql/columns';
import { DATASET } from './types';

/** The console's limit for an uploaded file, in bytes. */
const MOST_UPLOADED = 100_000_000;

export interface TableFile {
  readonly table: DescribedTable;
  readonly bytes: number;
}

export function consoleSteps(files: readonly TableFile[]): string {
  const large = files.filter(({ bytes }) => bytes > MOST_UPLOADED);
  const tooLarge =
    large.length === 0
      ? ''
      : `\n${large.map(({ table }) => `\`tables/${table.name}.csv\``).join(' and ')} ${large.length === 1 ? 'is' : 'are'} larger than the 100 MB that the console takes. Use Cloud Shell for this kit.\n`;
  return `## In the console, without a shell

Unpack the ZIP, and open <https://console.cloud.google.com/bigquery> with your project chosen. The console takes files of up to 100 MB each.
${tooLarge}
**1. Make the dataset**, if you have none yet. In the **Explorer** pane, open the menu (⋮) beside your project and choose **Create dataset**:

| field         | value                                                             |
| ------------- | ----------------------------------------------------------------- |
| Dataset ID    | \`${DATASET}\`                                                       |
| Location type | **Multi-region** or **Region**, near you: it cannot be changed later |

Leave the rest as it is and press **Create dataset**. If you give it another name, put that name in place of \`${DATASET}\` wherever it stands in \`create_tables.sql\` and \`verify.sql\` before you paste them.

**2. Make the tables.** Open a query tab (**SQL query**, the + above), paste all of \`create_tables.sql\` and press **Run**. The tables are now there, empty, with their descriptions and keys. Tables of the same names that were there before are emptied by this.

**3. Load each table.** For each row of this table, open the menu (⋮) beside the dataset \`${DATASET}\`, choose **Create table**, and fill in the fields below:

| Select file | Table | Edit as text: paste all of |
| ----------- | ----- | -------------------------- |
${files.map(({ table: { name } }) => `| \`tables/${name}.csv\` | \`${name}\` | \`schemas/${name}.json\` |`).join('\n')}

| section          | field                    | value                                                |
| ---------------- | ------------------------ | ---------------------------------------------------- |
| Source           | Create table from        | **Upload**                                           |
| Source           | Select file              | press **Browse**, and take the file from the table above |
| Source           | File format              | **CSV**                                              |
| Destination      | Project                  | your project                                         |
| Destination      | Dataset                  | \`${DATASET}\`                                          |
| Destination      | Table                    | the name from the table above                        |
| Destination      | Table type               | **Native table**                                     |
| Schema           | Auto detect              | off                                                  |
| Schema           | Edit as text             | on; then paste the schema file from the table above  |
| Advanced options | Write preference         | **Write if empty**                                   |
| Advanced options | Number of errors allowed | \`0\`                                                  |
| Advanced options | Field delimiter          | **Comma**                                            |
| Advanced options | Header rows to skip      | \`1\`                                                  |
| Advanced options | Quoted newlines          | on                                                   |

Press **Create table**. **Write if empty** is what keeps a file from being loaded twice.

**4. Check.** Open another query tab, paste all of \`verify.sql\` and press **Run**. Each table has a row, and each row says \`OK\`.
`;
}
