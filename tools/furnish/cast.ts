import type { PickupAddress } from "../../server/modules/identity/index.ts";
import type { Address } from "../play/sales.ts";
import { SHOPS } from "./goods/index.ts";

/** Somebody whom the sandbox's own demo people deal with. */
export type Person = {
  readonly key: string;
  readonly name: string;
  readonly phone: string;
  readonly pickup: PickupAddress | null;
  readonly account: { readonly holderName: string; readonly accountNumber: string } | null;
};

export type Buyer = Person & { readonly address: Address };

const HOMES = [
  ["22 Residency Road", "Bengaluru", "560001"],
  ["7 Lake View Road", "Hyderabad", "500034"],
  ["41 Marine Lines", "Mumbai", "400020"],
  ["9 Park Street", "Kolkata", "700016"],
  ["15 Mint Street", "Chennai", "600079"],
  ["3 Civil Lines", "Jaipur", "302006"],
  ["88 Ashram Road", "Ahmedabad", "380009"],
  ["5 Hill Palace Road", "Kochi", "682301"],
] as const;

const FIRST_NAMES = [
  ...["Meera", "Arjun", "Zainab", "Kabir", "Lakshmi", "Yusuf", "Nandini", "Imran", "Tara", "Vikram", "Salma", "Dev"],
  ...["Huda", "Rohan", "Fatima", "Ishaan", "Noor", "Kavya", "Tariq", "Anika", "Samir", "Gauri", "Layla", "Nikhil"],
];

/** Demo buyers beside the two with one-click sign-in. */
export const BUYERS: readonly Buyer[] = FIRST_NAMES.map((first, index) => {
  const [line1, city, postcode] = HOMES[index % HOMES.length] ?? HOMES[0];
  const phone = `90000001${String(index).padStart(2, "0")}`;
  const name = `${first} (demo)`;
  return {
    ...{ key: `guest-${first.toLowerCase()}`, name, phone, pickup: null, account: null },
    address: { name, phone, line1, city, postcode },
  };
});

/** Everybody but the sandbox's own demo people. */
export const PEOPLE: readonly Person[] = [...BUYERS, ...newShops()];

function newShops(): Person[] {
  const own = ["seller", "seller-b"];
  return SHOPS.filter(({ key }) => !own.includes(key)).map(({ key, name, pickup }, index) => ({
    ...{ key, name, pickup, phone: `90000002${String(index).padStart(2, "0")}` },
    account: {
      holderName: name.replace(/ \(.*\)$/, "").replace(/[^A-Za-z .]/g, " "),
      accountNumber: `0262918000012${String(index).padStart(2, "0")}`,
    },
  }));
}

/** Where the demo buyers with one-click sign-in live. */
export const OWN_ADDRESSES: Readonly<Record<string, Address>> = {
  buyer: { name: "Asha Demo", phone: "9000000001", line1: "22 Residency Road", city: "Bengaluru", postcode: "560001" },
  "buyer-b": {
    name: "Bilal Demo",
    phone: "9000000002",
    line1: "7 Lake View Road",
    city: "Hyderabad",
    postcode: "500034",
  },
};
