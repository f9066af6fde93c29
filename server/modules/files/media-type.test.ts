import { describe, expect, test } from "vitest";
import { mediaTypeOf } from "./media-type.ts";

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part))));
const told = (content: Uint8Array, name: string): string => {
  const found = mediaTypeOf(content, name);
  return typeof found === "string" ? found : found.mediaType;
};

const JPEG = bytes([0xff, 0xd8, 0xff, 0xe0], "JFIF");
const PNG = bytes([0x89], "PNG\r\n", [0x1a], "\n");
const ZIP = bytes("PK", [3, 4], "hello.txt");
const DOCX = bytes("PK", [3, 4], "[Content_Types].xml word/document.xml");
const XLSX = bytes("PK", [3, 4], "[Content_Types].xml xl/workbook.xml");
const MP4 = bytes([0, 0, 0, 24], "ftypisom", [0, 0, 2, 0]);

describe("the bytes tell what a file is", () => {
  test.each([
    ["photo.jpg", JPEG, "image/jpeg"],
    ["PHOTO.JPEG", JPEG, "image/jpeg"],
    ["screen.png", PNG, "image/png"],
    ["moving.gif", bytes("GIF89a..."), "image/gif"],
    ["old.gif", bytes("GIF87a..."), "image/gif"],
    ["small.webp", bytes("RIFF", [1, 0, 0, 0], "WEBPVP8 "), "image/webp"],
    ["invoice.pdf", bytes("%PDF-1.7\n"), "application/pdf"],
    ["film.mp4", MP4, "video/mp4"],
    ["all.zip", ZIP, "application/zip"],
    ["letter.docx", DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["sums.xlsx", XLSX, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    ["letter.zip", DOCX, "application/zip"],
    ["list.csv", bytes("a,b\r\n1,2\r\n"), "text/csv"],
    ["note.txt", Buffer.from("السلام عليكم\n", "utf8"), "text/plain"],
    ["prices.txt", bytes("1 < 2 and <b> is bold"), "text/plain"],
  ])("%s", (name, content, mediaType) => expect(told(content, name)).toBe(mediaType));
});

describe("case 102: what a browser or a machine would run is not taken, whatever it is called", () => {
  test.each([
    ["page.html", bytes("<!DOCTYPE html><script>alert(1)</script>")],
    ["page.txt", bytes("  <html><body>")],
    ["page.txt", bytes("text first <script>alert(1)</script>")],
    ["drawing.svg", bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ["drawing.txt", bytes('<?xml version="1.0"?><svg/>')],
    ["mark.txt", Buffer.from("\ufeff<svg/>", "utf8")],
    ["run.txt", bytes("#!/bin/sh\nrm -rf /\n")],
    ["program.exe", bytes("MZ", [0x90, 0, 3])],
    ["program.bin", bytes([0x7f], "ELF")],
    ["sound.mp4", bytes([0, 0, 0, 24], "ftypXXXX")],
    ["latin.txt", bytes([0x63, 0x61, 0x66, 0xe9])],
    ["nul.txt", bytes("a", [0], "b")],
  ])("%s", (name, content) => expect(told(content, name)).toBe("kind_not_taken"));

  test.each([
    ["photo.jpg.exe", JPEG],
    ["photo.html", JPEG],
    ["photo.png", JPEG],
    ["photo", JPEG],
    ["letter.docm", DOCX],
    ["letter.docx", ZIP],
    ["macros.docx", bytes("PK", [3, 4], "[Content_Types].xml word/document.xml word/vbaProject.bin")],
    ["tool.jar", ZIP],
    ["app.apk", ZIP],
    ["page.htm", bytes("plain text")],
    ["script.js", bytes("alert(1)")],
    ["sheet.csv.hta", bytes("a,b")],
    ["gif-and-script.js", bytes("GIF89a/*", [0], "*/=1;alert(1)")],
    ["pdf-and-zip.zip", bytes("%PDF-1.4\nPK", [3, 4])],
  ])("%s, whose name says otherwise", (name, content) => expect(told(content, name)).toBe("name_differs"));

  test("a picture with a script in it is a picture", () => {
    expect(told(bytes("GIF89a/*", [0], "*/=1;alert(1)"), "two.gif")).toBe("image/gif");
  });

  test("nothing at all", () => expect(told(new Uint8Array(), "empty.txt")).toBe("empty"));
});
