/** Serves the API over HTTP with Jetty: limits of connections, bodies and time, TLS, errors, the send page. */
package org.caravansms.api.http;
