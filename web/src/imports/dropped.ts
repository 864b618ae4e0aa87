// Files that were dropped; folders are walked, one level after the other.

const TABLES = [".csv", ".tsv", ".txt", ".xlsx"];
const FILES_MAX = 500;

/** Whether a file can be read as a table; others that lie beside it are left where they are. */
export function isTable(name: string): boolean {
  return !name.startsWith(".") && TABLES.some((end) => name.toLowerCase().endsWith(end));
}

/** All files of a drop, those in folders too. */
export async function filesOf(drop: DataTransfer): Promise<File[]> {
  const entries = [...drop.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return [...drop.files];
  const found: File[] = [];
  const waiting = [...entries];
  for (let entry = waiting.shift(); entry !== undefined && found.length < FILES_MAX; entry = waiting.shift()) {
    if (entry.isFile) found.push(await fileOf(entry as FileSystemFileEntry));
    else if (entry.isDirectory) waiting.push(...(await listOf(entry as FileSystemDirectoryEntry)));
  }
  return found;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

async function listOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  // A browser gives a folder in portions and an empty one at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
