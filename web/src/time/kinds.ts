// The two ways of sorting hours: by kind of work, and by the class that the article names. Each has one colour everywhere.
import { useTranslation } from "react-i18next";
import type { Key } from "../shared/chart/Legend";
import type { Palette } from "../shell/theme";

/** The kinds of work, those that win customers first. */
export const CATEGORIES = ["new_business", "expansion", "implementation", "service", "renewal", "internal", "travel"] as const;
/** The classes, the one that gives way first at the bottom of each bar. */
export const CLASSES = ["hard", "easy", "urgent", "other"] as const;

export type Category = (typeof CATEGORIES)[number];
export type TimeClass = (typeof CLASSES)[number];
/** How hours are split. */
export type Split = "class" | "category";

/** Hours of a week or a person, split both ways. */
export interface Split2 {
  categories: Record<string, number>;
  classes: Record<string, number>;
}

const series = (index: number) => (palette: Palette) => palette.series[index] ?? palette.neutral;

const CATEGORY_COLOR: Record<Category, Key["color"]> = {
  new_business: series(0),
  expansion: series(5),
  implementation: series(2),
  service: series(1),
  renewal: series(3),
  internal: (palette) => palette.neutral,
  travel: series(7),
};
const CLASS_COLOR: Record<TimeClass, Key["color"]> = {
  hard: series(0),
  easy: series(2),
  urgent: series(1),
  other: (palette) => palette.neutral,
};

/** One kind of the split that is shown. */
export interface Kind extends Key {
  id: string;
  hours: (of: Split2) => number;
}

/** The kinds of a split, named in the language that is shown. */
export function useKinds(split: Split): Kind[] {
  const { t } = useTranslation();
  return split === "category"
    ? CATEGORIES.map((id) => ({ id, name: t(`category.${id}`), color: CATEGORY_COLOR[id], hours: (of) => of.categories[id] ?? 0 }))
    : CLASSES.map((id) => ({ id, name: t(`class.${id}`), color: CLASS_COLOR[id], hours: (of) => of.classes[id] ?? 0 }));
}
