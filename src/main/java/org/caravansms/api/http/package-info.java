/** Where HTTP clients come in: the Jetty servers under the API, with their limits, bodies, errors and TLS. */
package org.caravansms.api.http;
