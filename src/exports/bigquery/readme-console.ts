/**
 * The steps in the BigQuery console for users without a shell, with the field names of the console.
 */
import type { DescribedTable } from '../../sql/columns';
import { DATASET } from './types';

/** The maximum size in bytes of a file uploaded in the console. */
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
      : `\n${large.map(({ table }) => `\`tables/${table.name}.csv\``).join(' and ')} ${large.length === 1 ? 'is' : 'are'} larger than the console's limit of 100 MB. Use Cloud Shell for this kit.\n`;
  return `## In the console, without a shell

Unpack the ZIP, open <https://console.cloud.google.com/bigquery> and choose your project. The console loads files of up to 100 MB each.
${tooLarge}
**1. Create the dataset**, if you have none. In the **Explorer** pane, open the menu (⋮) beside your project and choose **Create dataset**:

| field         | value                                                             |
| ------------- | ----------------------------------------------------------------- |
| Dataset ID    | \`${DATASET}\`                                                       |
| Location type | **Multi-region** or **Region**, near you; you cannot change it later |

Leave the rest unchanged and press **Create dataset**. If you choose another name, replace \`${DATASET}\` by it in \`create_tables.sql\` and \`verify.sql\` before you paste them.

**2. Create the tables.** Open a query tab (**SQL query**, the + above), paste all of \`create_tables.sql\` and press **Run**. This creates empty tables with descriptions and keys. It also empties existing tables with the same names.

**3. Load each table.** For each row of this table, open the menu (⋮) beside the dataset \`${DATASET}\`, choose **Create table**, and fill in the fields below:

| Select file | Table | Edit as text: paste all of |
| ----------- | ----- | -------------------------- |
${files.map(({ table: { name } }) => `| \`tables/${name}.csv\` | \`${name}\` | \`schemas/${name}.json\` |`).join('\n')}

| section          | field                    | value                                                |
| ---------------- | ------------------------ | ---------------------------------------------------- |
| Source           | Create table from        | **Upload**                                           |
| Source           | Select file              | press **Browse** and choose the file from the table above |
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

Press **Create table**. **Write if empty** prevents loading a file twice.

**4. Check.** Open another query tab, paste all of \`verify.sql\` and press **Run**. Each table has a row, and each row says \`OK\`.
`;
}
