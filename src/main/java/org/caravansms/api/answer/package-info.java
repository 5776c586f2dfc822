/** Writes reports, stored messages and refusals in the formats of the API: XML, JSON, HTML, URL-encoded keys. */
package org.caravansms.api.answer;
