import { expect, test } from "vitest";
import { canTell, type FieldLoss, ranked } from "./report";

test("something can be told only where the interval leaves zero out", () => {
  const of = (low_bp: number, high_bp: number) => canTell({ bp: 0, low_bp, high_bp });
  expect([of(1, 5), of(-5, -1), of(-1, 1), of(0, 4)]).toEqual(["better", "worse", "open", "open"]);
});

test("fields are ranked by what was lost, and those that nobody judged are left out", () => {
  const field = (name: string, judged: number, mean?: number): FieldLoss => ({
    field: name, title: { en: name, "zh-Hant": name }, judged, unused: 0, drop: false, loss: mean === undefined ? { is: "not_enough_data", count: judged } : { is: "known", count: judged, mean_bp: mean },
  });
  expect(ranked([field("a", 6, 100), field("b", 0), field("c", 3), field("d", 9, 4000)]).map(({ field: name }) => name)).toEqual(["d", "a", "c"]);
});
