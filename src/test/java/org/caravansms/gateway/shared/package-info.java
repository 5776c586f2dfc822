/** Tests that share a gateway: they only send, each with texts of its own, and read the answers. */
package org.caravansms.gateway.shared;
