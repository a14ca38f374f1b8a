/** Certificates of exemption from inspection (免验证书): their life, what decisions read of them, and what holders owe. */
package org.qualityzones.certificate;
