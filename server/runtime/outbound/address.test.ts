import { describe, expect, test } from "vitest";
import { readAddress } from "./address.ts";
import { isPublic, PUBLIC_ONLY } from "./index.ts";

const objectionTo = (address: string, rules = PUBLIC_ONLY) => {
  const read = readAddress(rules, address);
  return read.ok ? null : read.error;
};

describe("an address that production takes", () => {
  test.each([
    "https://shop.example.test/amana",
    "https://shop.example.test:8443/amana?shop=7",
    "https://8.8.8.8/",
    "https://[2606:4700:4700::1111]/hook",
    "https://xn--mgbh0fb.example.test/",
  ])("%s", (address) => expect(objectionTo(address)).toBeNull());
});

describe("an address that production refuses", () => {
  test.each([
    ["", "not_an_address"],
    ["shop.example.test", "not_an_address"],
    ["https://", "not_an_address"],
    [`https://shop.example.test/${"x".repeat(2048)}`, "not_an_address"],
    ["http://shop.example.test/", "scheme_not_allowed"],
    ["file:///etc/passwd", "scheme_not_allowed"],
    ["ftp://shop.example.test/", "scheme_not_allowed"],
    ["gopher://shop.example.test/", "scheme_not_allowed"],
    ["javascript:alert(1)", "scheme_not_allowed"],
    ["data:text/plain,x", "scheme_not_allowed"],
    ["https://asha@shop.example.test/", "credentials_in_address"],
    ["https://asha:word@shop.example.test/", "credentials_in_address"],
    ["https://shop.example.test/#part", "fragment_in_address"],
    ["https://shop.example.test/#", "fragment_in_address"],
    ["https://shop.example.test:22/", "port_not_allowed"],
    ["https://shop.example.test:5432/", "port_not_allowed"],
    ["https://localhost/", "host_not_public"],
    ["https://db/", "host_not_public"],
    ["https://db./", "host_not_public"],
    ["https://127.0.0.1/", "host_not_public"],
  ])("%s: %s", (address, objection) => expect(objectionTo(address)).toBe(objection));
});

describe("a number that is not of the public internet", () => {
  test.each([
    ...["0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.255.255.254"],
    ...["168.63.129.16", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.88.99.1"],
    ...["192.168.1.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250", "240.0.0.1"],
    ...["255.255.255.255", "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::ffff:0:127.0.0.1"],
    ...["64:ff9b::7f00:1", "64:ff9b:1::7f00:1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::1", "2002:a00:1::1"],
    ...["3fff::1", "4000::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1"],
    ...["", "localhost", "1.2.3", "8.8.8.8 ", "8.8.8.256"],
  ])("%s", (number) => expect(isPublic(number)).toBe(false));
});

test.each(["8.8.8.8", "100.63.255.255", "172.32.0.1", "2606:4700:4700::1111", "2a00:1450:4001::1"])(
  "%s is of the public internet",
  (number) => expect(isPublic(number)).toBe(true),
);
