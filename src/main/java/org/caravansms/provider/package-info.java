/** The providers as data: each block of settings becomes an SMSC connection, its routes and its beans, while the gateway runs. */
package org.caravansms.provider;
