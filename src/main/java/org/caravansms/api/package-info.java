/** Reads requests of the HTTP API: from the parameters or the JSON of a client to checked messages and their reports. */
package org.caravansms.api;
