package org.qualityzones.channel.webhook;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where webhooks may go: https to a public host on a known port, or a target of the allow list. The same policy is
 * asked at registration and before every attempt; an attempt connects to the address that was checked.
 */
@Startup
@ApplicationScoped
public class TargetPolicy {

    private static final int MAX_LENGTH = 500;
    private static final Pattern DNS_NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");
    private static final List<String> INSIDE_NAMES =
            List.of(".localhost", ".local", ".internal", ".intranet", ".lan", ".home.arpa", ".svc", ".onion");

    private final AllowList allowed;
    private final WebhookConfig config;
    private final Resolver resolver;

    TargetPolicy(WebhookConfig config, Resolver resolver) {
        this.allowed = AllowList.parse(config.allow().orElse(""));
        this.config = config;
        this.resolver = resolver;
    }

    /** Why a target's text is refused, without looking at its addresses; empty when it may be tried. */
    public Optional<String> refusal(String target) {
        if (target.length() > MAX_LENGTH) {
            return Optional.of("longer than " + MAX_LENGTH + " characters");
        }
        URI uri;
        try {
            uri = new URI(target);
        } catch (URISyntaxException e) {
            return Optional.of("not a URI: " + e.getReason());
        }
        return allowed.contains(uri) ? plainRefusal(uri) : plainRefusal(uri).or(() -> publicRefusal(uri));
    }

    /** As {@link #refusal}, and every address the host has now; a host that does not resolve now is not refused. */
    public Optional<String> refusalNow(String target) {
        Optional<String> refusal = refusal(target);
        if (refusal.isPresent()) {
            return refusal;
        }
        try {
            resolve(URI.create(target));
            return Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        } catch (TargetRefused e) {
            return Optional.of(e.getMessage());
        }
    }

    /**
     * Resolves a target's host once and checks every address it has.
     *
     * @return the address to connect to
     * @throws TargetRefused when the text or any address is refused
     */
    InetAddress resolve(URI target) throws UnknownHostException, TargetRefused {
        Optional<String> refusal = refusal(target.toString());
        if (refusal.isPresent()) {
            throw new TargetRefused(refusal.get());
        }
        List<InetAddress> addresses = resolver.resolve(host(target));
        if (!allowed.contains(target)) {
            for (InetAddress address : addresses) {
                Optional<String> why = PublicAddresses.refusal(address);
                if (why.isPresent()) {
                    throw new TargetRefused("the host has an address that is not public (" + why.get() + ")");
                }
            }
        }
        return addresses.getFirst();
    }

    /** What bounds concurrency: scheme, host and port. */
    public static String key(URI target) {
        return target.getScheme().toLowerCase(Locale.ROOT) + "://" + host(target) + ":" + port(target);
    }

    static String host(URI target) {
        return target.getHost().toLowerCase(Locale.ROOT);
    }

    static int port(URI target) {
        if (target.getPort() >= 0) {
            return target.getPort();
        }
        return target.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    private Optional<String> plainRefusal(URI uri) {
        if (uri.getScheme() == null || uri.getHost() == null) {
            return Optional.of("not an absolute URL with a host");
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of("has user information");
        }
        if (uri.getRawFragment() != null) {
            return Optional.of("has a fragment");
        }
        return Optional.empty();
    }

    private Optional<String> publicRefusal(URI uri) {
        if (!uri.getScheme().equalsIgnoreCase("https")) {
            return Optional.of("is not https");
        }
        if (!config.ports().contains(port(uri))) {
            return Optional.of("port " + port(uri) + " is not one of " + config.ports());
        }
        return hostRefusal(host(uri));
    }

    private static Optional<String> hostRefusal(String host) {
        if (host.startsWith("[")) {
            return host.contains("%")
                    ? Optional.of("has a zone identifier")
                    : PublicAddresses.refusal(InetAddress.ofLiteral(host.substring(1, host.length() - 1)));
        }
        if (IPV4.matcher(host).matches()) {
            return literal(host);
        }
        if (!DNS_NAME.matcher(host).matches() || host.length() > 253) {
            return Optional.of("the host is not a fully qualified DNS name");
        }
        return INSIDE_NAMES.stream().anyMatch(host::endsWith)
                ? Optional.of("the host is a name of an inside network")
                : Optional.empty();
    }

    private static Optional<String> literal(String ipv4) {
        try {
            return PublicAddresses.refusal(InetAddress.ofLiteral(ipv4));
        } catch (IllegalArgumentException e) {
            return Optional.of("the host is not an IPv4 address");
        }
    }
}
