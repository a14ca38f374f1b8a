package org.qualityzones.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** Keycloak over plain HTTP on loopback, with its embedded database; a realm file is imported when it is new. */
public final class KeycloakServer extends Server {

    private static final List<String> BUILD = List.of(
            "--db=dev-file",
            "--health-enabled=true",
            "--features-disabled=device-flow,ciba,kerberos,impersonation,par");

    private final int port;
    private final int managementPort;
    private final Admin admin;
    private final Path realm;

    /** The first administrator, made when the data folder is new. */
    public record Admin(String username, String password) {}

    public KeycloakServer(Site site, int port, int managementPort, Admin admin, Path realm) {
        super(site);
        this.port = port;
        this.managementPort = managementPort;
        this.admin = admin;
        this.realm = realm;
    }

    /** A Keycloak on random ports with the realm of the file, which ends with this JVM. */
    public static KeycloakServer temporary(Path realm) {
        Admin admin = new Admin("admin", Secrets.random());
        return new KeycloakServer(Site.temporary("keycloak"), Ports.free(), Ports.free(), admin, realm);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public List<Integer> ports() {
        return List.of(port, managementPort);
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public Admin admin() {
        return admin;
    }

    @Override
    protected void prepare() {
        try {
            Path imports = Files.createDirectories(home().resolve("data/import"));
            Files.copy(realm, imports.resolve(realm.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ServerException("Cannot offer " + realm + " to Keycloak: " + e.getMessage(), e);
        }
    }

    @Override
    protected List<String> command() {
        Path home = home();
        return List.of(
                Host.java().toString(),
                "-Xms96m",
                "-Xmx320m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--db-url=jdbc:h2:file:" + site().data().resolve("keycloakdb") + ";NON_KEYWORDS=VALUE",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + managementPort,
                "--hostname=" + url(),
                "--cache=local",
                "--import-realm");
    }

    @Override
    protected Map<String, String> environment() {
        return Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", admin.username(), "KC_BOOTSTRAP_ADMIN_PASSWORD", admin.password());
    }

    /** The HTTP port opens earlier than the server is ready, hence the health endpoint. */
    @Override
    protected boolean answers() {
        return HealthCheck.isOk(managementPort, "/health/ready");
    }

    private static Path home() {
        return Binaries.keycloak(BUILD);
    }
}
