// The way to what is new, with how much of it was not read.
import { Badge } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import BellIcon from "lucide-react/icons/bell";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import classes from "../shell/Frame.module.css";
import { useNotices } from "./useNotices";

/** The link. */
export function Bell() {
  const { t } = useTranslation("notices");
  const { number } = useFormats();
  const unread = useNotices().data?.unread ?? 0;
  return (
    <Link to="/notices" className={classes.link}>
      <BellIcon size={17} aria-hidden />
      {t("title")}
      {unread === 0 ? null : (
        <Badge component="span" size="sm" ml="auto" variant="light" aria-label={t("unread", { count: unread, number: number(unread) })}>
          {number(unread)}
        </Badge>
      )}
    </Link>
  );
}
