/** The HTTP servers under the API: Jetty with its limits, request bodies, errors and TLS. */
package org.caravansms.api.http;
