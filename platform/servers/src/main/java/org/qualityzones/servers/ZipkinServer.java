package org.qualityzones.servers;

import java.util.List;

/** Zipkin with its traces in memory: the newest are kept, and none when it ends. */
public final class ZipkinServer extends Server {

    private final int port;

    public ZipkinServer(Site site, int port) {
        super(site);
        this.port = port;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    protected void prepare() {
        Binaries.zipkin();
    }

    @Override
    protected List<String> command() {
        return List.of(
                Host.java().toString(),
                "-Xms32m",
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Binaries.zipkin().toString(),
                "--armeria.ports[0].ip=127.0.0.1",
                "--armeria.ports[0].port=" + port,
                "--armeria.ports[0].protocols[0]=http",
                "--zipkin.storage.mem.max-spans=100000");
    }

    @Override
    protected boolean answers() {
        return HealthCheck.isOk(port, "/health");
    }
}
