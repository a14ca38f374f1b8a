package org.qualityzones.system.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Entry of the agent: {@code crash,POINT,HIT,LOG} or {@code defect,NAME,LOG}, and for a process that runs also {@code mend},
 * which takes everything back. The log hears when a class was woven. Its entries are called one at a time.
 */
public final class FaultAgent {

    static final String MEND = "mend";

    private static final List<Woven> WOVEN = new ArrayList<>();

    private FaultAgent() {}

    /** At the start of a process. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        weave(arguments.split(","), instrumentation);
    }

    /** In a process that runs. */
    public static void agentmain(String arguments, Instrumentation instrumentation) throws UnmodifiableClassException {
        if (arguments.equals(MEND)) {
            for (Woven one : WOVEN) {
                one.instrumentation().removeTransformer(one.weaver());
                again(one.weaver().type(), instrumentation);
            }
            WOVEN.clear();
        } else {
            again(weave(arguments.split(","), instrumentation).type(), instrumentation);
        }
    }

    private static Weaver weave(String[] words, Instrumentation instrumentation) {
        Weaver weaver =
                switch (words[0]) {
                    case "crash" -> {
                        CrashPoint point = CrashPoint.valueOf(words[1]);
                        Points.arm(Integer.parseInt(words[2]));
                        yield new Weaver(
                                point.place().type(),
                                words[3],
                                (bytes, loader) -> Weaving.crash(bytes, loader, point, words[3]));
                    }
                    case "defect" -> {
                        Defect defect = Defect.valueOf(words[1]);
                        yield new Weaver(
                                defect.type(), words[2], (bytes, loader) -> Weaving.spoil(bytes, loader, defect));
                    }
                    default -> throw new IllegalArgumentException(String.join(",", words));
                };
        instrumentation.addTransformer(weaver, true);
        WOVEN.add(new Woven(instrumentation, weaver));
        return weaver;
    }

    /** Has a class that is loaded already go through all transformers. */
    private static void again(String type, Instrumentation instrumentation) throws UnmodifiableClassException {
        Class<?>[] loaded = Arrays.stream(instrumentation.getAllLoadedClasses())
                .filter(one -> one.getName().equals(type))
                .toArray(Class<?>[]::new);
        if (loaded.length > 0) {
            instrumentation.retransformClasses(loaded);
        }
    }

    private record Woven(Instrumentation instrumentation, Weaver weaver) {}

    private interface Rewriting {
        byte[] of(byte[] bytes, ClassLoader loader);
    }

    private record Weaver(String type, String log, Rewriting rewriting) implements ClassFileTransformer {

        @Override
        public byte[] transform(
                ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
            if (!type.replace('.', '/').equals(name)) {
                return null;
            }
            try {
                byte[] changed = rewriting.of(bytes, loader);
                note("woven " + type);
                return changed;
            } catch (RuntimeException e) {
                note("not woven " + type + ": " + e);
                throw e;
            }
        }

        private void note(String line) {
            try {
                Files.writeString(Path.of(log), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
