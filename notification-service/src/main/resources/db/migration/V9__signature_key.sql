-- Ed25519 keys beside the HMAC secrets: the raw public key; null for an HMAC secret. The private key is what is sealed.
ALTER TABLE subscription_key ADD COLUMN public_key bytea;

-- A day's deliveries of a subscription, in order.
CREATE INDEX delivery_day ON delivery (subscription_id, created_at, sequence);
