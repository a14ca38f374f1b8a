package org.qualityzones.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.qualityzones.local.client.SuiteException;
import org.qualityzones.servers.ServerException;
import org.qualityzones.servers.Servers;

/** Entry point of {@code ./run}. Exit code 1 says that the person must do something, and the message what. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        try {
            Layout layout = Layout.of(Servers.home(), System.getenv());
            Command command = Command.parse(List.of(arguments));
            logTo(layout);
            new Launcher(layout, new Settings(System.getenv()), new Console(System.out)).run(command);
        } catch (LocalException | SuiteException | ServerException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** What libraries log goes to a file, so that the console shows the steps alone. */
    private static void logTo(Layout layout) throws IOException {
        Files.createDirectories(layout.ownLog().getParent());
        LogManager.getLogManager().reset();
        Handler file = new FileHandler(layout.ownLog().toString(), 1_000_000, 1, true);
        file.setFormatter(new SimpleFormatter());
        Logger.getLogger("").addHandler(file);
    }
}
