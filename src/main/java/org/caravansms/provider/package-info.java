/** SMSC connections as settings: each block becomes sessions, routes and beans, while the gateway runs. */
package org.caravansms.provider;
