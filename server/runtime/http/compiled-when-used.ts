import AjvCompiler from "@fastify/ajv-compiler";
import { SerializerSelector } from "@fastify/fast-json-stringify-compiler";

/**
 * Serializers that are compiled when they are first used. Routes declare some 1,400 answers, most of them problems, which are written
 * without any; compiling all of them was 93 % of the CPU that it took to start a server.
 */
export const serializersWhenUsed: typeof SerializerSelector = () => {
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

type Validator = ReturnType<ReturnType<AjvCompiler.BuildCompilerFromPool>>;

/** Validators likewise, with the compiler itself: what was made ready for each took most of the second that was left. */
export const validatorsWhenUsed = (): AjvCompiler.BuildCompilerFromPool => {
  const factory = AjvCompiler();
  return (schemas, options) => (part) => {
    let compiled: Validator | null = null;
    const validate = (value: unknown) => {
      compiled ??= factory(schemas, options)(part);
      const fits = compiled(value);
      Object.assign(validate, { errors: compiled.errors });
      return fits;
    };
    // Fastify calls it and reads its errors, and nothing else of it.
    return validate as typeof validate & Validator;
  };
};
