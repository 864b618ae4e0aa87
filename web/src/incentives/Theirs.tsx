// The statement of somebody whom the reader leads, or of anybody for those who see everything.
import { Anchor } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Frame } from "./Frame";
import { StatementOf } from "./StatementOf";

/** The page. */
export function Theirs() {
  const { t } = useTranslation("incentives");
  const { person } = useParams({ strict: false });
  return (
    <Frame at="team">
      <div>
        <Anchor component={Link} to="/incentives/team" size="sm">
          {t("back.team")}
        </Anchor>
      </div>
      <StatementOf {...(person === undefined ? {} : { person })} />
    </Frame>
  );
}
