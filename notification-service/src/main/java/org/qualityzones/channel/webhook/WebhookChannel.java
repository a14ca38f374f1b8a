package org.qualityzones.channel.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.qualityzones.channel.Channel;
import org.qualityzones.channel.Delivery;
import org.qualityzones.channel.DeliveryOutcome;

/** Standard Webhooks 1.0: 2xx is success, 410 wants no more, everything else (3xx too) is a failure to be retried. */
@ApplicationScoped
class WebhookChannel implements Channel {

    private static final int GONE = 410;

    private final TargetPolicy policy;
    private final WebhookClient client;
    private final Clock clock;

    WebhookChannel(TargetPolicy policy, WebhookClient client, Clock clock) {
        this.policy = policy;
        this.client = client;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "WEBHOOK";
    }

    @Override
    public DeliveryOutcome deliver(Delivery delivery) {
        try {
            InetAddress address = policy.resolve(delivery.target());
            return outcome(client.post(delivery.target(), address, signed(delivery)));
        } catch (TargetRefused e) {
            return DeliveryOutcome.Retry.because("target refused: " + e.getMessage());
        } catch (UnknownHostException e) {
            return DeliveryOutcome.Retry.because("the host does not resolve");
        } catch (TimeoutException e) {
            return DeliveryOutcome.Retry.because("no answer in time");
        } catch (ExecutionException e) {
            return DeliveryOutcome.Retry.because(
                    "no answer: " + e.getCause().getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return DeliveryOutcome.Retry.because("interrupted by shutdown");
        }
    }

    private WebhookClient.Message signed(Delivery delivery) {
        long timestamp = clock.instant().getEpochSecond();
        String signature = WebhookSignature.header(
                delivery.messageId(), timestamp, delivery.body(), delivery.secrets(), delivery.privateKey());
        return new WebhookClient.Message(delivery.messageId(), timestamp, signature, delivery.body());
    }

    private DeliveryOutcome outcome(WebhookClient.Answer answer) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return new DeliveryOutcome.Delivered(status);
        }
        if (status == GONE) {
            return new DeliveryOutcome.Rejected(status, "the target is gone");
        }
        Instant now = clock.instant();
        return new DeliveryOutcome.Retry(status, RetryAfter.parse(answer.retryAfter(), now), "HTTP " + status);
    }
}
