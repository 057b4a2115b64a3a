//! The path: what answered, what failed, what was not tested, where the verdict places the fault.

use crate::comparison::checked;
use crate::given::{GIVEN, session};
use registry_guide::guide::Guide;
use registry_guide::knowledge::Stop;
use registry_guide::observation::{Fact, Seen};
use registry_guide::reach::Outcome;
use registry_guide::report::{Picture, Redaction, Shared, State, Teller};
use registry_guide::session::Session;
use registry_guide::trial::Dice;
use scraper::Html;

fn picture(session: &Session) -> Picture {
    let shared = Shared::of(session, None, GIVEN.clouds(), Redaction::Off);
    let diagnosis = GIVEN.diagnosis(shared.session());
    let assessment = session.checked.as_ref().map(|checked| checked.assessment(session.said()));
    Picture::of(&shared, &diagnosis, assessment.as_ref(), &GIVEN.casebook, GIVEN.clouds())
}

fn read(facts: &[Fact]) -> Session {
    let mut session = Session::default();
    session.set_read(facts.iter().copied().map(Seen::Fact).collect());
    session
}

fn state(picture: &Picture, stop: Stop) -> Option<State> {
    picture.nodes.iter().find(|node| node.stop == stop).map(|node| node.state)
}

fn teller<'a>(guide: &'a Guide, shared: &'a Shared) -> Teller<'a> {
    Teller { words: &guide.words, literals: &guide.knowledge.literals, values: shared.values() }
}

#[test]
fn of_an_empty_session_nothing_is_claimed() {
    let picture = picture(&Session::default());
    assert!(picture.nodes.iter().all(|node| node.state == State::NotTested && !node.is_fault));
    assert_eq!(picture.nodes.first().map(|node| node.stop), Some(Stop::Client));
    assert_eq!(state(&picture, Stop::PrivateEndpoint), None, "nothing shows that one plays a part");
}

#[test]
fn a_name_that_is_unknown_fails_at_dns_and_says_nothing_of_what_lies_behind() {
    let picture = picture(&read(&[Fact::NameUnknown, Fact::AtLoginServer]));
    assert_eq!(state(&picture, Stop::Dns), Some(State::Failed));
    assert_eq!(state(&picture, Stop::LoginServer), Some(State::NotTested));
}

#[test]
fn layers_that_fail_are_no_fault_of_the_login_server() {
    let picture = picture(&read(&[Fact::TcpTimeout, Fact::AtDataEndpoint, Fact::AccessTokenOk]));
    assert_eq!(state(&picture, Stop::DataEndpoint), Some(State::Failed));
    assert_eq!(state(&picture, Stop::LoginServer), Some(State::Answered));
    assert_eq!(state(&picture, Stop::Dns), Some(State::Answered), "the login server could not have answered without");
}

#[test]
fn what_failed_at_another_service_says_nothing_of_the_path() {
    let picture = picture(&read(&[Fact::TcpTimeout, Fact::AtManagement]));
    assert!(picture.nodes.iter().all(|node| node.state == State::NotTested), "{picture:?}");
}

#[test]
fn a_private_endpoint_is_there_where_something_shows_it() {
    let picture = picture(&read(&[Fact::PrivatelinkChain, Fact::AnswersPublic]));
    assert!(state(&picture, Stop::PrivateEndpoint).is_some() && state(&picture, Stop::VirtualNetwork).is_some());
}

#[test]
fn what_fails_there_and_answers_here_is_unclear() {
    let mut session = read(&[Fact::TcpTimeout, Fact::AtLoginServer]);
    session.checked = Some(checked(Outcome::Opaque, 80));
    assert_eq!(state(&picture(&session), Stop::LoginServer), Some(State::Unclear));
}

#[test]
fn the_fault_stands_where_the_finding_says() {
    for (said, stop) in [
        ("daemon-without-proxy", Stop::Client),
        ("zone-not-linked", Stop::Dns),
        ("nsg-or-route-blocks", Stop::VirtualNetwork),
    ] {
        let mut session = read(&[Fact::TcpTimeout]);
        session.say(Seen::Confirmed(said.into()));
        assert_eq!(picture(&session).fault(), Some(stop), "{said}");
    }
}

#[test]
fn the_drawing_is_sound_and_says_the_same_as_its_text_whatever_is_known() {
    let mut dice = Dice::new(13);
    for nth in 0..200 {
        let mut session = session(&mut dice, nth % 12);
        if session.typed.registry.is_empty() {
            session.typed.registry = "\"><script>alert(1)</script>".into();
        }
        let shared = Shared::of(&session, None, GIVEN.clouds(), Redaction::Off);
        let picture = picture(&session);
        assert!(picture.nodes.iter().filter(|node| node.is_fault).count() <= 1);
        for guide in [&GIVEN.swedish, &GIVEN.english] {
            let teller = teller(guide, &shared);
            let svg = picture.svg(&teller, "path");
            let html = Html::parse_fragment(svg.as_str());
            assert_eq!(html.errors, Vec::<std::borrow::Cow<'static, str>>::new(), "{}", svg.as_str());
            assert!(!svg.as_str().contains("script"), "{}", svg.as_str());
            let text: String = html.root_element().text().collect();
            for line in picture.lines(&teller) {
                assert!(text.contains(&line), "{line} is not in {text}");
            }
            assert!(!text.contains("ui."), "a text is missing: {text}");
        }
    }
}
