//! Servers that no program of the system offers: one that takes its time, one that never says a word, resolvers that say no.

use crate::internet::{FAILING_RESOLVER, LOGIN, MUTE, REFUSING_RESOLVER, SLOW, SLUGGISH};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream, UdpSocket};
use tokio::time::sleep;

/// How long each relay waits before it connects onwards: a moment, and well over what the guide calls slow, under its cut-off.
const DELAYS: [(&str, Duration); 2] = [(SLUGGISH, Duration::from_millis(1_500)), (SLOW, Duration::from_millis(6_000))];

pub(super) async fn serve() -> Result<(), String> {
    let failed = |error: std::io::Error| format!("a relay cannot listen: {error}");
    for (address, delay) in DELAYS {
        let slow = TcpListener::bind((address, 443)).await.map_err(failed)?;
        tokio::spawn(async move {
            while let Ok((reader, _)) = slow.accept().await {
                tokio::spawn(relay(reader, delay));
            }
        });
    }
    let mute = TcpListener::bind((MUTE, 443)).await.map_err(failed)?;
    for (address, code) in [(FAILING_RESOLVER, SERVER_FAILED), (REFUSING_RESOLVER, REFUSED)] {
        let resolver = UdpSocket::bind((address, 53)).await.map_err(failed)?;
        tokio::spawn(say_no(resolver, code));
    }
    tokio::spawn(async move {
        let mut kept = Vec::new();
        while let Ok((reader, _)) = mute.accept().await {
            kept.push(reader);
        }
    });
    Ok(())
}

async fn relay(mut reader: TcpStream, delay: Duration) {
    sleep(delay).await;
    if let Ok(mut server) = TcpStream::connect((LOGIN, 443)).await {
        // Whoever closes first: that is the other's matter.
        let _ = tokio::io::copy_bidirectional(&mut reader, &mut server).await;
    }
}

/// The codes of DNS for these two.
const SERVER_FAILED: u8 = 2;
const REFUSED: u8 = 5;

/// Answers each question with a code: the question itself with a few bits changed.
async fn say_no(socket: UdpSocket, code: u8) {
    let mut question = [0; 512];
    while let Ok((length, from)) = socket.recv_from(&mut question).await {
        if length < 12 {
            continue;
        }
        question[2] |= 0x80;
        question[3] = 0x80 | code;
        // Who asked and left is no matter of ours.
        let _ = socket.send_to(&question[..length], from).await;
    }
}
