package org.qualityzones.gateway.access;

import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Consumer;
import org.qualityzones.gateway.Exchange;
import org.qualityzones.gateway.Refusal;

/** Decides whether a request may pass: its token, then its client's quota. */
@Singleton
public class Admission {

    private final RequireToken tokens;
    private final RateLimit rate;

    public Admission(RequireToken tokens, RateLimit rate) {
        this.tokens = tokens;
        this.rate = rate;
    }

    /** Charges the address; runs one of the two, at once. */
    public void open(Exchange exchange, Runnable admitted, Consumer<Refusal> refused) {
        charge(exchange, "address:" + exchange.peer()).ifPresentOrElse(refused, admitted);
    }

    /**
     * Asks for a good token and charges its client; runs one of the two, at once when the token is known. Looking at
     * an unknown token is work that anybody can cause: it is charged to the address.
     */
    public void withToken(Exchange exchange, Runnable admitted, Consumer<Refusal> refused) {
        switch (Bearer.of(exchange.request().headers())) {
            case Bearer.Absent() -> open(exchange, () -> refused.accept(Refusal.tokenMissing()), refused);
            case Bearer.Malformed() ->
                open(exchange, () -> refused.accept(Refusal.tokenRefused("token-malformed")), refused);
            case Bearer.Presented(String token) ->
                tokens.remembered(token)
                        .ifPresentOrElse(
                                known -> charged(exchange, known, admitted, refused),
                                () -> open(exchange, () -> verify(exchange, token, admitted, refused), refused));
        }
    }

    private void verify(Exchange exchange, String token, Runnable admitted, Consumer<Refusal> refused) {
        tokens.verify(token, exchange.context()).onSuccess(verdict -> {
            switch (verdict) {
                case Verdict.Accepted(VerifiedToken good) -> charged(exchange, good, admitted, refused);
                case Verdict.Refused(Refusal refusal) -> refused.accept(refusal);
            }
        });
    }

    private void charged(Exchange exchange, VerifiedToken token, Runnable admitted, Consumer<Refusal> refused) {
        charge(exchange, "client:" + token.client()).ifPresentOrElse(refused, admitted);
    }

    private Optional<Refusal> charge(Exchange exchange, String client) {
        MultiMap headers = exchange.request().response().headers();
        return rate.charge(client, headers);
    }
}
