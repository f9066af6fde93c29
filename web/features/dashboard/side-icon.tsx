import { CheckCircleIcon, CoinIcon } from "../../ui/icons.tsx";

export const SideIcon = ({ role }: { role: "buyer" | "seller" }) =>
  role === "seller" ? <CoinIcon /> : <CheckCircleIcon />;
