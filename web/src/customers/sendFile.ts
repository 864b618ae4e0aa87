// Sends a file as it is and says how far it has come, which `fetch` cannot.
import type { Wire } from "../api/client";
import { ProblemError, problemOf, unreachable } from "../api/problem";

/** Where a file goes and what is said about it. */
export interface Destination {
  customer: string;
  unit: string | undefined;
  about: string;
}

/** The address that takes the file. */
export function addressOf(name: string, { customer, unit, about }: Destination): string {
  const words = new URLSearchParams({ name });
  if (unit !== undefined) words.set("unit", unit);
  if (about.trim() !== "") words.set("about", about.trim());
  return `/api/v1/customers/${encodeURIComponent(customer)}/attachments?${words}`;
}

/** Sends it; `onShare` gets 0 to 1. Throws a `ProblemError` where the server refuses or is not reached. */
export function sendFile(file: File, to: Destination, onShare: (share: number) => void): Promise<Wire["AttachedFile"]> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", addressOf(file.name, to));
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onShare(event.loaded / event.total);
    };
    request.onerror = () => reject(new ProblemError(unreachable));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) return resolve(JSON.parse(request.responseText) as Wire["AttachedFile"]);
      const answer = new Response(request.responseText, { status: request.status, statusText: request.statusText });
      return void problemOf(answer).then((problem) => reject(new ProblemError(problem)));
    };
    request.send(file);
  });
}
