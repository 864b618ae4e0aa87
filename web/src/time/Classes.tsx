// What the classes mean, and where to read how hours are sorted into them.
import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Swatch, usePalette } from "../shared/chart/Legend";
import { Panel } from "../shared/Panel";
import { CLASSES, type TimeClass, useKinds } from "./kinds";
import classes from "./time.module.css";

/** The four classes. */
export function Classes() {
  const { t } = useTranslation("time");
  const palette = usePalette();
  const kinds = useKinds("class");
  return (
    <Panel
      title={t("classes")}
      lead={t("classes.lead")}
      act={
        <Anchor component={Link} to="/time/rules" size="sm">
          {t("classes.rules")}
        </Anchor>
      }
    >
      <dl className={classes.meanings}>
        {kinds.map((kind, index) => (
          <div key={kind.id}>
            <dt>
              <Swatch color={kind.color(palette)} /> {kind.name}
            </dt>
            <dd>
              <Text size="sm" c="dimmed" component="span">
                {t(`classes.${CLASSES[index] as TimeClass}`)}
              </Text>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
