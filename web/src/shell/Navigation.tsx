// The loop as navigation: reading it from top to bottom tells what the work is.
import { Box, Kbd, Text, UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import Search from "lucide-react/icons/search";
import { useTranslation } from "react-i18next";
import { Bell } from "../notices/Bell";
import classes from "./Frame.module.css";
import { Mark } from "./Mark";
import { openPalette } from "./Palette";
import { type Room, rooms } from "./rooms";
import { useMe } from "./useMe";
import { UserMenu } from "./UserMenu";

/** Rooms that the person may enter. */
export function useRooms(place?: Room["place"]): readonly Room[] {
  const { may } = useMe();
  return rooms.filter((room) => (room.may === undefined || may.includes(room.may)) && (place === undefined || room.place === place));
}

/** The navigation. */
export function Navigation() {
  const { t } = useTranslation("shell");
  const { company } = useMe();
  return (
    <div className={classes.inner}>
      <div className={classes.company}>
        <Mark />
        <Text fw={620} truncate title={company.name}>
          {company.name}
        </Text>
      </div>
      <UnstyledButton className={classes.search} onClick={openPalette}>
        <Search size={15} aria-hidden />
        <Box flex={1}>{t("palette.find")}</Box>
        <Kbd size="xs" visibleFrom="sm">
          Ctrl K
        </Kbd>
      </UnstyledButton>
      <Links place="loop" />
      <Box flex={1} />
      <Links place="house" />
      <Bell />
      <UserMenu />
    </div>
  );
}

function Links({ place }: { place: Room["place"] }) {
  const { t } = useTranslation("shell");
  const shown = useRooms(place);
  return shown.length === 0 ? null : (
    <ul className={classes.list}>
      {shown.map((room) => (
        <li key={room.path}>
          <Link to={room.path} className={classes.link} activeOptions={{ exact: room.path === "/", includeSearch: false }}>
            <room.icon size={17} aria-hidden />
            {t(room.name)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
