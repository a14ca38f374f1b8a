package org.qualityzones.alert;

/**
 * A product of an enterprise, or the enterprise alone.
 *
 * @param productId empty for the enterprise alone, and then brand, model and hsCode are null
 */
record KnownProduct(String uscc, String enterpriseName, String productId, String brand, String model, String hsCode) {}
