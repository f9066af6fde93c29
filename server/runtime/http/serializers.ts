import { SerializerSelector } from "@fastify/fast-json-stringify-compiler";

/**
 * Serializers that are compiled when they are first used. Routes declare some 1,400 answers, most of them problems, which are written
 * without any; compiling all of them was 93 % of the CPU that it took to start a server.
 */
export const compiledWhenUsed: typeof SerializerSelector = () => {
  const factory = SerializerSelector();
  return (schemas, options) => {
    const compile = factory(schemas, options);
    return (answer) => {
      let serialize: ReturnType<typeof compile> | null = null;
      return (body: unknown) => {
        serialize ??= compile(answer);
        return serialize(body);
      };
    };
  };
};
