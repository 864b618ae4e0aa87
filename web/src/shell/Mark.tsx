// The sign of Tandem.

/** Two wheels, one frame. */
export function Mark({ size = 24 }: { size?: number }) {
  return <img src="/tandem.svg" alt="" width={size} height={size} />;
}
