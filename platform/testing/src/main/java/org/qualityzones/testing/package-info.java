/** What tests of services stand on: real servers, really signed tokens, requests, golden files. */
package org.qualityzones.testing;
