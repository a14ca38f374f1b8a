package org.qualityzones.web.codes;

/**
 * A name in Chinese, English or both.
 *
 * @param zh Chinese, or null
 * @param en English, or null
 */
@AtLeastOneName
public record LocalizedName(@NameText String zh, @NameText String en) {}
