package org.qualityzones.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.qualityzones.gateway.GatewayConfig;

/** Remembers good tokens by their SHA-256 digest, never past their expiry and no longer than the configured age. */
@Singleton
public class VerifiedTokens {

    /** One for each event loop: finding the algorithm costs as much as digesting a token. */
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(VerifiedTokens::newSha256);

    private final Clock clock;
    private final Cache<ByteBuffer, VerifiedToken> cache;

    @Inject
    public VerifiedTokens(GatewayConfig config, Clock clock) {
        this(config.tokenCache(), clock);
    }

    VerifiedTokens(GatewayConfig.TokenCache config, Clock clock) {
        this.clock = clock;
        this.cache = Caffeine.newBuilder()
                .maximumSize(config.size())
                .executor(Runnable::run)
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .expireAfter(Expiry.<ByteBuffer, VerifiedToken>creating((digest, token) -> {
                    Duration left = Duration.between(clock.instant(), token.expiresAt());
                    return left.compareTo(config.maxAge()) < 0 ? left : config.maxAge();
                }))
                .build();
    }

    Optional<VerifiedToken> find(String token) {
        return Optional.ofNullable(cache.getIfPresent(digest(token)))
                .filter(known -> known.expiresAt().isAfter(clock.instant()));
    }

    void remember(String token, VerifiedToken verified) {
        cache.put(digest(token), verified);
    }

    /** About how many are remembered. */
    public long size() {
        return cache.estimatedSize();
    }

    private static ByteBuffer digest(String token) {
        return ByteBuffer.wrap(SHA_256.get().digest(token.getBytes(StandardCharsets.US_ASCII)));
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
