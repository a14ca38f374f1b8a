package org.qualityzones.system.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.ProtectionDomain;

/** Entry of the agent: {@code crash,POINT,HIT,LOG} or {@code defect,NAME,LOG}; the log hears when a class was woven. */
public final class FaultAgent {

    private FaultAgent() {}

    public static void premain(String arguments, Instrumentation instrumentation) {
        String[] words = arguments.split(",");
        switch (words[0]) {
            case "crash" -> {
                CrashPoint point = CrashPoint.valueOf(words[1]);
                Points.arm(Integer.parseInt(words[2]));
                instrumentation.addTransformer(new Weaver(
                        point.place().type(),
                        words[3],
                        (bytes, loader) -> Weaving.crash(bytes, loader, point, words[3])));
            }
            case "defect" -> {
                Defect defect = Defect.valueOf(words[1]);
                instrumentation.addTransformer(
                        new Weaver(defect.type(), words[2], (bytes, loader) -> Weaving.spoil(bytes, loader, defect)));
            }
            default -> throw new IllegalArgumentException(arguments);
        }
    }

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
