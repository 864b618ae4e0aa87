// Where signing in may lead.

/** The address if it is one of this page, else the first room: nobody is sent to another site by a link to the sign-in page. */
export function ownAddress(from: string | undefined): string {
  return from !== undefined && /^\/(?![/\\])/.test(from) ? from : "/";
}
