declare module "*.json?part=first" {
  const words: Record<string, unknown>;
  export default words;
}
declare module "*.json?part=rest" {
  const words: Record<string, unknown>;
  export default words;
}
