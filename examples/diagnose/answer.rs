//! The answer for programs.

use registry_guide::diagnosis::{Diagnosis, Next, RankedCause};
use registry_guide::paste::Pasted;
use serde_json::{Value, json};

/// The answer for programs.
pub fn answer(pasted: &Pasted, diagnosis: &Diagnosis) -> Value {
    let recognised: Vec<String> = if pasted.is_recognised() {
        pasted.observations.iter().map(|observation| observation.seen.to_string()).collect()
    } else {
        Vec::new()
    };
    let reasons = |cause: &RankedCause, sign: i32| -> Vec<String> {
        cause.reasons.iter().filter(|reason| reason.points.signum() == sign).map(|reason| reason.id.clone()).collect()
    };
    let causes: Vec<Value> = diagnosis
        .causes
        .iter()
        .map(|cause| {
            json!({
                "id": cause.id,
                "certainty": cause.certainty,
                "finding": cause.finding,
                "reasons": reasons(cause, 1),
                "against": reasons(cause, -1),
                "probability": (cause.probability * 1000.0).round() / 1000.0,
            })
        })
        .collect();
    json!({
        "recognised": recognised,
        "causes": causes,
        "finding": diagnosis.finding,
        "network": diagnosis.network,
        "contradictions": diagnosis.contradictions,
        "next": diagnosis.next.as_ref().map(next),
        "names": pasted.names,
    })
}

/// What to ask or run next; a test is the deciding one of a finding, whose id it has.
fn next(next: &Next) -> Value {
    let (kind, id) = match (&next.question, &next.command, &next.finding) {
        (Some(question), ..) => ("question", question.as_str()),
        (_, Some(command), _) => ("command", command.as_str()),
        (.., Some(finding)) => ("test", finding.as_str()),
        _ => return Value::Null,
    };
    json!({ "kind": kind, "id": id, "bits": next.bits, "changes": next.changes })
}
