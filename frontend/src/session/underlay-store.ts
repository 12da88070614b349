import type { Underlay } from '../core/underlay';

const NAME = 'forbind-underlays';
const TABLE = 'underlays';

/** What lies under drawings on this device: kept in the browser, sent nowhere. */
export async function readUnderlays(area: string): Promise<readonly Underlay[]> {
  const found = await inTable<Underlay[]>('readonly', (table) => table.index('area').getAll(area));
  return found.toSorted((a, b) => a.addedAt.localeCompare(b.addedAt));
}

export async function writeUnderlay(underlay: Underlay): Promise<void> {
  await inTable('readwrite', (table) => table.put(underlay));
}

export async function deleteUnderlay(id: string): Promise<void> {
  await inTable('readwrite', (table) => table.delete(id));
}

/** Run one request; done only when the browser says that it is on the disk. */
async function inTable<Result>(
  mode: IDBTransactionMode,
  ask: (table: IDBObjectStore) => IDBRequest,
): Promise<Result> {
  const database = await open();
  try {
    return await new Promise<Result>((resolve, reject) => {
      const transaction = database.transaction(TABLE, mode);
      const request = ask(transaction.objectStore(TABLE));
      transaction.oncomplete = () => resolve(request.result as Result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(TABLE, { keyPath: 'id' }).createIndex('area', 'area');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(request.error);
  });
}
