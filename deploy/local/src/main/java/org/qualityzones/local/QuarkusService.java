package org.qualityzones.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.qualityzones.servers.HealthCheck;
import org.qualityzones.servers.Server;
import org.qualityzones.servers.Site;

/** One of our services, from its packaged fast-jar, ready when its own readiness check says so. */
final class QuarkusService extends Server {

    private final Path jar;
    private final int port;
    private final int managementPort;
    private final List<String> javaOptions;
    private final Map<String, String> environment;

    QuarkusService(
            Site site,
            Path jar,
            int port,
            int managementPort,
            List<String> javaOptions,
            Map<String, String> environment) {
        super(site);
        this.jar = jar;
        this.port = port;
        this.managementPort = managementPort;
        this.javaOptions = javaOptions;
        this.environment = environment;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public List<Integer> ports() {
        return List.of(port, managementPort);
    }

    @Override
    protected void prepare() {
        if (!Files.isRegularFile(jar)) {
            throw new LocalException(missing(jar));
        }
    }

    @Override
    protected List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    @Override
    protected Map<String, String> environment() {
        return environment;
    }

    @Override
    protected boolean answers() {
        return HealthCheck.isOk(managementPort, "/q/health/ready");
    }

    static String missing(Path jar) {
        return "Not built yet: " + jar + "; build it with: mvn -B -ntp -q package -DskipTests";
    }
}
