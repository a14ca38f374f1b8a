package org.qualityzones.web.codes;

import jakarta.validation.constraints.NotNull;

/**
 * An amount of money.
 *
 * @param amount up to 13 digits and up to 2 decimals, as text
 * @param currency ISO 4217
 */
public record Money(
        @NotNull @AmountText String amount,
        @NotNull @CurrencyCode String currency) {}
